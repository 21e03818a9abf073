using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>
/// A method, constructor or delegate has at most five parameters. The parts of a record are data, not parameters.
/// </summary>
public sealed class ParametersRule : IRule
{
    private const int Limit = 5;

    /// <inheritdoc/>
    public string Name => "parameters";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "class A { void M(int a, int b, int c, int d, int e, int f) { } }"),
        ("B.cs", "class B(int a, int b, int c, int d, int e, int f);"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("A.cs", "class A { void M(int a, int b, int c, int d, int e) { } }"),
        ("B.cs", "record B(int A, int C, int D, int E, int F, int G);"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        from list in file.All<ParameterListSyntax>()
        let count = list.Parameters.Count
        where count > Limit && list.Parent is not RecordDeclarationSyntax
        select new Finding(file.Path, Syntax.NameOf(list.Parent!), $"{count} parameters; at most {Limit}", count);
}
