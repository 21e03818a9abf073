namespace Orrery.Services.Iam.Rules;

/// <summary>Short lists by key: tags and inline policies.</summary>
internal static class Pairs
{
    /// <summary>The value of a key, or null.</summary>
    public static string? Find(IReadOnlyList<Pair> pairs, string key) =>
        pairs.FirstOrDefault(p => p.Key == key)?.Value;

    /// <summary>With a value set, in its old place where it had one.</summary>
    public static IReadOnlyList<Pair> With(IReadOnlyList<Pair> pairs, string key, string value) =>
        pairs.Any(p => p.Key == key)
            ? [.. pairs.Select(p => p.Key == key ? new(key, value) : p)]
            : [.. pairs, new(key, value)];

    /// <summary>Without a key.</summary>
    public static IReadOnlyList<Pair> Without(IReadOnlyList<Pair> pairs, string key) =>
        [.. pairs.Where(p => p.Key != key)];
}
