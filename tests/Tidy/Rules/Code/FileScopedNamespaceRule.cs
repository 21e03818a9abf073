using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>Every file that declares a type has one file-scoped namespace, below <c>Orrery</c>.</summary>
public sealed class FileScopedNamespaceRule : IRule
{
    /// <inheritdoc/>
    public string Name => "file-scoped-namespace";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("A.cs", "namespace Orrery.X { class A { } }"),
        ("B.cs", "class B { }"),
        ("C.cs", "namespace Other; class C { }"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("A.cs", "namespace Orrery.X; class A { }"),
        ("Program.cs", "return 0;"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) => repository.Code
        .Where(file => file.TopLevelTypes.Any() && !IsScoped(file))
        .Select(file => new Finding(file.Path, "", "wants one file-scoped namespace below Orrery"));

    private static bool IsScoped(SourceFile file) =>
        file.Root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().Any(space =>
            $"{space.Name}.".StartsWith("Orrery.") && !space.Members.OfType<BaseNamespaceDeclarationSyntax>().Any());
}
