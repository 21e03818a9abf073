using System.Security.Cryptography;
using System.Text;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>Finds findings.</summary>
internal static class Findings
{
    /// <summary>The id of a finding: made of what it is about, in the form of a UUID.</summary>
    public static AnalyzerKey IdOf(ReadCall call, AnalyzerRecord analyzer, string about)
    {
        var text = $"{Analyzers.Arn(call, analyzer.Name.Value)}|{analyzer.CreatedAt:O}|{about}";
        return new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString());
    }

    /// <summary>A finding of an analyzer.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static FindingRecord Get(ReadCall call, AnalyzerRecord analyzer, string id) =>
        call.Read(Tables.Findings).Find(new(id)) is { } found && found.Analyzer == analyzer.Name.Value
            ? found
            : throw Errors.NotFound($"Finding {id}");

    /// <summary>Those that a request asks for, in its order.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static IEnumerable<FindingRecord> Asked(
        ReadCall call, AnalyzerRecord analyzer, IReadOnlyDictionary<string, Criterion>? filter)
    {
        var wanted = Filters.Read(filter ?? new Dictionary<string, Criterion>());
        return Scanner.Of(call, analyzer).Where(f => Filters.Matches(wanted, f));
    }
}
