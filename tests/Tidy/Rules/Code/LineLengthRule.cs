using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>A line has at most 120 columns.</summary>
public sealed class LineLengthRule : IRule
{
    private const int Limit = 120;

    /// <inheritdoc/>
    public string Name => "line-length";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad => [("A.cs", new string('/', Limit + 1) + "\n")];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good => [("A.cs", new string('/', Limit) + "\n")];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from line in file.Lines.Select((text, index) => (text.Length, Number: index + 1))
        where line.Length > Limit
        select new Finding(file.Path, $"line {line.Number}", $"{line.Length} columns; at most {Limit}", line.Length);
}
