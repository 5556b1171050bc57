/** Who works in the office, in which group and capacity, and who may certify and vet whose request. */
package prakat.organisation;
