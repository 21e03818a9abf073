using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>A file has at most 500 lines.</summary>
public sealed class FileLengthRule : IRule
{
    /// <summary>The hard limit, in lines.</summary>
    public const int Limit = 500;

    /// <inheritdoc/>
    public string Name => "file-length";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad => [("A.cs", Lines(Limit + 1))];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good => [("A.cs", Lines(Limit)), ("B.g.cs", Lines(Limit + 1))];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) => repository.Code
        .Where(file => file.Length > Limit)
        .Select(file => new Finding(file.Path, "", $"{file.Length} lines; at most {Limit}", file.Length));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("//\n", count));
}
