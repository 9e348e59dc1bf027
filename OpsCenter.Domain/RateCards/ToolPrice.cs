namespace OpsCenter.Domain.RateCards;

/// <summary>What one unit of a tool costs. Natural key: <see cref="Name"/>.</summary>
/// <param name="Id">Identity of the row, kept from version to version.</param>
/// <param name="Name">As Brigade reports it: <c>web.search</c>.</param>
/// <param name="UnitType">What is counted: request, image, second.</param>
/// <param name="UnitPrice">What a customer pays for one unit.</param>
/// <param name="UnitCost">What one unit costs us.</param>
/// <param name="Meter">The meter that counts the units: <c>tool.web.request</c>.</param>
/// <param name="Active">Whether Brigade may use it; used units are priced either way.</param>
public sealed record ToolPrice(Guid Id, string Name, string UnitType, decimal UnitPrice, decimal UnitCost, string Meter, bool Active);
