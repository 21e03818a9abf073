using System.Collections.Frozen;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Patterns;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// The actions that policies of buckets may name, and what each is asked on: facts of <c>data/s3-actions.csv</c>.
/// </summary>
internal static class PolicyActions
{
    private const string Bucket = "bucket";
    private const string Object = "object";
    private const string Prefix = "s3:";

    // By the name in lower case, with the service before it: as patterns are compared.
    private static readonly Lazy<FrozenDictionary<string, string[]>> All = new(Read);

    /// <summary>Whether an entry of Action names an action of S3. That a pattern has to fit one is guessed.</summary>
    public static bool IsKnown(string action) => Matching(action).Any();

    /// <summary>Whether each entry of Action has a resource that it can be asked on. Source: S3 user guide, "Bucket
    /// policies for Amazon S3"; the refusal is that of re:Post, "Action does not apply to any resource(s) in
    /// statement".</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="bucket">The bucket.</param>
    public static bool FitResources(Statement statement, string bucket)
    {
        if (statement.IsNotAction || statement.IsNotResource) return true;
        var types = statement.Resources.SelectMany(resource => TypesOf(resource, bucket)).ToHashSet();
        return statement.Actions.All(action => Matching(action).Any(types.Overlaps));
    }

    private static IEnumerable<string[]> Matching(string action)
    {
        if (All.Value.TryGetValue(action.ToLowerInvariant(), out var types)) return [types];
        var pattern = Glob.Of(action.ToLowerInvariant());
        return All.Value.Where(one => pattern.Matches(one.Key)).Select(static one => one.Value);
    }

    // A bucket's name with a star after it stands for the bucket and all that is in it.
    private static string[] TypesOf(string resource, string bucket)
    {
        var name = resource[(resource.LastIndexOf(':') + 1)..];
        if (resource.EndsWith($":{bucket}", StringComparison.Ordinal)) return [Bucket];
        return name == bucket + "*" ? [Bucket, Object] : [Object];
    }

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(PolicyActions).Assembly.GetManifestResourceStream("s3-actions.csv")!;
        using var reader = new StreamReader(stream);
        var actions = new Dictionary<string, string[]>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            if (line.Split(',') is [var name, var types])
                actions.Add(Prefix + name.ToLowerInvariant(), types.Split('/', StringSplitOptions.RemoveEmptyEntries));
        }

        return actions.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
