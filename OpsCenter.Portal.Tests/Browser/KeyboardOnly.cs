using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A reader without a mouse.</summary>
internal sealed class KeyboardOnly(IPage page)
{
    private const int MostSteps = 120;

    /// <summary>Presses a key where the focus is.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Types where the focus is, in place of what stands there.</summary>
    public async Task TypeAsync(string text)
    {
        await PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Waits for an element, then presses Tab until it has the focus.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync(new() { Timeout = ChromiumFixture.PatienceMilliseconds });

        for (var step = 0; step < MostSteps; step++)
        {
            if (await HasFocusAsync(target))
                return;
            await PressAsync("Tab");
        }

        (await HasFocusAsync(target)).Should().BeTrue("{0} must be within {1} steps of Tab", target, MostSteps);
    }

    private static Task<bool> HasFocusAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
