namespace OpsCenter.Brigade.Reports;

/// <summary>A place between two reports of the spool.</summary>
/// <param name="Segment">The segment, named for the number of its first report.</param>
/// <param name="Offset">Bytes before the place in that segment.</param>
/// <param name="Number">The number of the report that follows.</param>
internal readonly record struct SpoolPosition(long Segment, long Offset, long Number);
