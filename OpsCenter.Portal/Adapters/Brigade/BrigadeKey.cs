using Microsoft.Extensions.Options;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Adapters.Brigade;

/// <summary>The bearer for Brigade: its own one, or else the machine credential that both sides know from the first start.</summary>
internal sealed class BrigadeKey(IOptions<BrigadeOptions> options, IOptions<BrigadeKeyOptions> first, FirstRunFile notes)
{
    /// <summary>The key, or null when nobody set one. Read each time: the first start writes it after the settings were read.</summary>
    public string? Current => options.Value.Key is { Length: > 0 } own ? own : first.Value.Secret ?? FirstRunNotes.KeyIn(notes.Read());
}
