namespace OpsCenter.Domain.Billing.Payments;

/// <summary>A saved card, masked. The number itself never comes here.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Customer">The provider's id of its customer; an id from a browser is checked against it.</param>
/// <param name="Brand">Lower case: <c>visa</c>.</param>
/// <param name="Last4">Last four digits.</param>
/// <param name="ExpMonth">Last month in which it is good, 1…12.</param>
/// <param name="ExpYear">The year of that month, four digits.</param>
/// <param name="IsDefault">Whether the provider takes it when no other is named.</param>
public sealed record GatewayCard(string Id, string Customer, string Brand, string Last4, int ExpMonth, int ExpYear, bool IsDefault);
