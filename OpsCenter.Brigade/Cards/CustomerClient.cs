using System.Net;
using System.Text.Json;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Cards;

/// <summary>Asks Ops-Center about one customer, anew for every job: a payment, a raised cap or a new key holds for the next job.</summary>
public sealed class CustomerClient(OpsCenterHttp http)
{
    /// <summary>Asks.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="includeByokKeys">
    /// Whether the customer's provider keys are needed. When Brigade's credential may not read them, the answer comes without keys.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<CustomerLookup> FindAsync(string customerId, bool includeByokKeys, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await GetAsync(customerId, includeByokKeys, cancellationToken);
            if (response.StatusCode is HttpStatusCode.Forbidden && includeByokKeys)
                return await FindAsync(customerId, includeByokKeys: false, cancellationToken);
            if (response.StatusCode is HttpStatusCode.OK)
                return new CustomerLookup.Found(CustomerJson.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)));

            return response.StatusCode is HttpStatusCode.NotFound && await OpsCenterProblem.ReadAsync(response, cancellationToken) is { Code: "unknown_customer" }
                ? new CustomerLookup.Unknown()
                : new CustomerLookup.Unavailable($"Ops-Center answered {(int)response.StatusCode} to the question about the customer.");
        }
        catch (Exception reason) when (reason is HttpRequestException or FormatException or JsonException)
        {
            return new CustomerLookup.Unavailable(reason.Message);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string customerId, bool includeByokKeys, CancellationToken cancellationToken)
    {
        var include = includeByokKeys ? "budget,byok_keys" : "budget";
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"{CardClient.Path}?customer_id={Uri.EscapeDataString(customerId)}&include={include}");
        return await http.SendAsync(request, cancellationToken);
    }
}
