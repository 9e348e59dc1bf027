using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Models;

/// <summary>Any endpoint that speaks OpenAI's chat completions. It is asked to stream; one that answers at once is understood, too.</summary>
internal sealed class OpenAiModel(ModelEndpoint endpoint, ModelHttp http) : IJobModel
{
    public async IAsyncEnumerable<ModelStep> RunAsync(ModelCall job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(job, cancellationToken);
        var input = TokenCounter.Count(job.Input);
        var steps = OpenAiAnswer.ReadAsync(response, input, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposal = steps.ConfigureAwait(false);

        // The provider's own count comes at the end, if it comes.
        yield return new ModelStep("", new ModelTokens(input, 0, 0));
        while (await MoveAsync(steps, job))
            yield return steps.Current;
    }

    private static async Task<bool> MoveAsync(IAsyncEnumerator<ModelStep> steps, ModelCall job)
    {
        try
        {
            return await steps.MoveNextAsync();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException or FormatException)
        {
            throw new ModelStoppedException(JobStatus.Failed, $"The answer of {job.Route.Route} broke off or could not be read.", broken);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ModelCall job, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint.BaseUrl, "chat/completions"))
        {
            Content = JsonContent.Create(new
            {
                model = endpoint.Model,
                messages = new[] { new { role = "user", content = job.Input } },
                max_tokens = job.MaxOutputTokens,
                stream = true,
                stream_options = new { include_usage = true },
            }),
        };
        if ((job.Key?.Key ?? endpoint.ApiKey) is { } key && !request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}"))
            throw new KeyRefusedException(job.Route.Provider);

        var response = await BeginAsync(request, job, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
        {
            throw response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && job.Key is not null
                ? new KeyRefusedException(job.Route.Provider)
                : new ModelStoppedException(JobStatus.Failed, $"{job.Route.Route} answered {(int)response.StatusCode}.");
        }
    }

    private async Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, ModelCall job, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException away)
        {
            throw new ModelStoppedException(JobStatus.Failed, $"{job.Route.Route} cannot be reached.", away);
        }
    }
}
