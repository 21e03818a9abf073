using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>No regions: a file that wants folding is too long.</summary>
public sealed class NoRegionRule : IRule
{
    /// <inheritdoc/>
    public string Name => "no-region";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad => [("A.cs", "#region Things\nclass A;\n#endregion\n")];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good => [("A.cs", "class A { string S = \"#region\"; }\n")];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        where file.Root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
        select new Finding(file.Path, "", "a region");
}
