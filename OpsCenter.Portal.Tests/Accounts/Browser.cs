using System.Net;
using System.Text.RegularExpressions;

namespace OpsCenter.Portal.Tests.Accounts;

/// <summary>What a browser without script does with the account pages.</summary>
internal sealed partial class Browser(HttpClient client) : IDisposable
{
    public const string SignInPath = "/account/sign-in";
    public const string SignOutPath = "/account/sign-out";

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    /// <summary>Asks for something long; answers as soon as it begins.</summary>
    public Task<HttpResponseMessage> BeginAsync(string path) => client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Opens the sign-in page, fills it in and sends it.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string? returnUrl = null, bool remember = false)
    {
        var path = returnUrl is null ? SignInPath : $"{SignInPath}?returnUrl={Uri.EscapeDataString(returnUrl)}";
        var token = await TokenOfAsync(path);
        List<(string, string)> fields =
        [
            ("_handler", "sign-in"), ("__RequestVerificationToken", token), ("Form.Email", email), ("Form.Password", password),
        ];

        if (remember)
        {
            fields.Add(("Form.Remember", "true"));
        }

        return await PostAsync(path, [.. fields]);
    }

    /// <summary>Opens a page and reads the antiforgery token of its form.</summary>
    public async Task<string> TokenOfAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        var field = TokenField().Match(await answer.Content.ReadAsStringAsync());

        return field.Success ? WebUtility.HtmlDecode(field.Groups[1].Value) : throw new InvalidOperationException($"{path} has no form.");
    }

    /// <summary>Whether a page that needs a sign-in opens.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        using var answer = await GetAsync(SignInPath);

        // Only somebody who is signed in is sent on from there.
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
