using System.Text.Json.Serialization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>
/// A line of an exported world after the first: the version of a scope, a row, a commit, or the end. The shape only
/// grows.
/// </summary>
internal sealed record ExportLine
{
    public Scope? Scope { get; init; }

    public long? Version { get; init; }

    public string? Table { get; init; }

    public string? Key { get; init; }

    public RawJson? Record { get; init; }

    public long? Sequence { get; init; }

    public DateTimeOffset? Instant { get; init; }

    public string? Operation { get; init; }

    public string? RequestId { get; init; }

    public Caller? Caller { get; init; }

    public IReadOnlyList<ExportLine>? Changes { get; init; }

    /// <summary>
    /// On the last line: how many lines came before it, so that half an export is not taken for a whole one.
    /// </summary>
    public long? End { get; init; }

    /// <summary>Whether it has all that a line of its kind needs: what comes from a file may be anything.</summary>
    [JsonIgnore]
    public bool IsWhole => this switch
    {
        { Version: not null } => Scope is not null,
        { Sequence: not null } => Instant is not null && Operation is not null && RequestId is not null
            && Caller is not null && Changes is not null
            && Changes.All(change => change is { Scope: not null, Table: not null, Key: not null }),
        { Table: not null } => Scope is not null && Key is not null && Record is not null,
        _ => End is not null,
    };
}
