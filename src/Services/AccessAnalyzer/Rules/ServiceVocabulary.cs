using System.Collections.Concurrent;
using System.Collections.Frozen;
using Orrery.Contracts.Regions;
using Orrery.Engines.Policies.Linting;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// What services there are, from <c>data/service-authorization.tsv</c>. The file is read where something is asked for
/// the first time; a line is taken apart where its service is.
/// </summary>
internal sealed class ServiceVocabulary : IPolicyVocabulary
{
    private const string File = "service-authorization.tsv";

    // Regions of other partitions (botocore's list of partitions).
    private static readonly string[] Elsewhere = ["cn-", "us-gov-", "us-iso", "eu-iso", "eusc-"];

    private readonly Lazy<FrozenDictionary<string, string>> _lines = new(() => Lines().ToFrozenDictionary(
        line => line[..line.IndexOf('\t', StringComparison.Ordinal)], StringComparer.Ordinal));

    private readonly ConcurrentDictionary<string, ServiceWords> _words = new();

    private ServiceVocabulary()
    {
    }

    /// <summary>The one there is.</summary>
    public static ServiceVocabulary Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Services => _lines.Value.Keys;

    /// <inheritdoc/>
    public ServiceWords? Find(string prefix) => _lines.Value.TryGetValue(prefix, out var line)
        ? _words.GetOrAdd(prefix, static (name, text) => Read(name, text), line)
        : null;

    /// <inheritdoc/>
    public bool IsRegion(string code) => RegionCatalog.Find(code) is not null
        || Elsewhere.Any(start => code.StartsWith(start, StringComparison.Ordinal));

    private static ServiceWords Read(string prefix, string line)
    {
        var columns = line.Split('\t');
        var marks = Words(columns[4]);
        return new(prefix, Words(columns[1]), Words(columns[2]), Words(columns[3]))
        {
            HasTags = marks.Contains("tags"), IsLimited = marks.Contains("rcp"),
        };
    }

    private static string[] Words(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(ServiceVocabulary).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line;
    }
}
