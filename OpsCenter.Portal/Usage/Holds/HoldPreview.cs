using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>What an act would do to the holds as they are now.</summary>
/// <param name="Seen">The holds; the act takes them back.</param>
/// <param name="Effect">What it would do.</param>
/// <param name="More">How many more jobs the choice has than one act takes.</param>
public sealed record HoldPreview(ImmutableArray<SeenHold> Seen, HoldEffect Effect, int More = 0);
