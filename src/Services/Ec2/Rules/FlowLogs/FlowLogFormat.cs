using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>The fields of a flow log's records, in order, and the records written with them.</summary>
/// <param name="Fields">The fields.</param>
internal sealed record FlowLogFormat(IReadOnlyList<FlowLogField> Fields)
{
    /// <summary>AWS's mark for what cannot be told.</summary>
    public const string Nothing = "-";

    private const int SecondVersion = 2;

    /// <summary>The version that records in this format tell: the highest of their fields.</summary>
    public int Version => Fields.Max(f => f.Version);

    /// <summary>The names of the fields, as the first line of a file.</summary>
    public string Header => string.Join(' ', Fields.Select(f => f.Name));

    /// <summary>
    /// The default format: the fields of version 2; for transit gateways all of theirs.
    /// </summary>
    public static string Standard(bool transit) => string.Join(
        ' ',
        (transit ? TransitFields.All : InterfaceFields.All.Where(f => f.Version == SecondVersion))
        .Select(f => $"${{{f.Name}}}"));

    /// <summary>Reads a format.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter: no field, or an unknown one.</exception>
    public static FlowLogFormat Parse(string text, bool transit)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
        {
            throw FlowLogRules.Invalid("LogFormat must name at least one field.");
        }

        var known = transit ? TransitFields.ByName : InterfaceFields.ByName;
        var unknown = words.Where(w => NameOf(w) is not { } name || !known.ContainsKey(name)).ToList();
        // The words are guessed.
        return unknown.Count > 0
            ? throw FlowLogRules.Invalid($"Unknown fields provided: {string.Join(", ", unknown)}")
            : new([.. words.Select(w => known[NameOf(w)!])]);
    }

    /// <summary>A record.</summary>
    public string Line(FlowCaptureRecord flow) => string.Join(' ', Fields.Select(f => f.Name switch
    {
        "version" => InterfaceFields.Text(Version),
        "log-status" => "OK",
        _ => f.Value(flow) ?? Nothing,
    }));

    /// <summary>The record of an interval without traffic.</summary>
    public string NoData(FlowPlaceRecord place, DateTimeOffset start, DateTimeOffset end) =>
        string.Join(' ', Fields.Select(f => f.Name switch
        {
            "version" => InterfaceFields.Text(Version),
            "account-id" => place.Account,
            "interface-id" => place.Id,
            "start" => InterfaceFields.Text(start.ToUnixTimeSeconds()),
            "end" => InterfaceFields.Text(end.ToUnixTimeSeconds()),
            "log-status" => "NODATA",
            _ => Nothing,
        }));

    private static string? NameOf(string word) =>
        word.StartsWith("${", StringComparison.Ordinal) && word.EndsWith('}') ? word[2..^1] : null;
}
