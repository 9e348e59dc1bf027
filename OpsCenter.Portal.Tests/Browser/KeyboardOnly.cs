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
    public Task TabToAsync(ILocator target) => StepToAsync(target, () => PressAsync("Tab"));

    /// <summary>
    /// Waits for an item of an open menu, walks down to it and chooses it. The server moves the focus there, so each step waits for the one before.
    /// </summary>
    public async Task ChooseAsync(ILocator item)
    {
        await StepToAsync(item, async () =>
        {
            await using var before = await page.EvaluateHandleAsync("() => document.activeElement");
            await PressAsync("ArrowDown");
            await page.WaitForFunctionAsync("before => document.activeElement !== before", before, new() { Timeout = ChromiumFixture.PatienceMilliseconds });
        });
        await PressAsync("Enter");
    }

    private static async Task StepToAsync(ILocator target, Func<Task> step)
    {
        await target.WaitForAsync(new() { Timeout = ChromiumFixture.PatienceMilliseconds });

        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (await HasFocusAsync(target))
                return;
            await step();
        }

        (await HasFocusAsync(target)).Should().BeTrue("{0} must be within {1} steps", target, MostSteps);
    }

    private static Task<bool> HasFocusAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
