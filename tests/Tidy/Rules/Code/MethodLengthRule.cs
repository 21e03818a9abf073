using Microsoft.CodeAnalysis;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>A method, accessor or local function has at most 70 lines.</summary>
public sealed class MethodLengthRule : IRule
{
    /// <summary>The hard limit, in lines.</summary>
    public const int Limit = 70;

    /// <inheritdoc/>
    public string Name => "method-length";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", $"class A {{ void Long()\n{{\n{new string('\n', Limit - 2)}}} }}"),
        ("B.cs", $"class B {{ int X {{ get\n{{\n{new string('\n', Limit - 2)}}} }} }}"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
        [("A.cs", $"class A {{\n\n void Long()\n{{\n{new string('\n', Limit - 3)}}} }}")];

    /// <summary>How many lines a declaration spans.</summary>
    public static int LengthOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from node in file.All<SyntaxNode>()
        where Syntax.IsBodied(node) && LengthOf(node) > Limit
        select new Finding(
            file.Path, Syntax.NameOf(node), $"{LengthOf(node)} lines; at most {Limit}", LengthOf(node));
}
