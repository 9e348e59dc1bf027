namespace OpsCenter.Brigade.Cards;

/// <summary>Where the rate card in use came from.</summary>
public enum CardSource
{
    /// <summary>Ops-Center, in this run.</summary>
    OpsCenter,

    /// <summary>The copy on disk, from an earlier run.</summary>
    Disk,
}
