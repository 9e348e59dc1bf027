using System.Net;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Cards;

/// <summary>Asks Ops-Center for the rate card in force.</summary>
internal sealed class CardClient(OpsCenterHttp http)
{
    /// <summary>Where the rate card is read, from Ops-Center's address on.</summary>
    public const string Path = "api/v1/pricing/rate-card";

    /// <summary>Asks.</summary>
    /// <param name="tag">The tag of the card at hand; null: send it in any case.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="CardUnavailableException">There is no answer, or it is a refusal.</exception>
    public async Task<CardAnswer> GetAsync(string? tag, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Path);
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await http.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new CardAnswer(await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Headers.ETag?.ToString()),
                HttpStatusCode.NotModified when tag is not null => new CardAnswer(null, tag),
                HttpStatusCode.Unauthorized => throw new CardUnavailableException("Ops-Center does not accept Brigade's credential (OpsCenter:Key)."),
                HttpStatusCode.Forbidden => throw new CardUnavailableException("Brigade's credential lacks the scope rate-card:read."),
                var other => throw new CardUnavailableException($"Ops-Center answered {(int)other} to the question for the rate card."),
            };
        }
        catch (HttpRequestException reason)
        {
            throw new CardUnavailableException($"Ops-Center cannot be reached: {reason.Message}", reason);
        }
    }
}
