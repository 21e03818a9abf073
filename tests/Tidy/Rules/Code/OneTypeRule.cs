using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>
/// One top-level type a file, and the file bears its name. A generic type beside a plain one may add <c>Of</c>.
/// </summary>
public sealed class OneTypeRule : IRule
{
    /// <inheritdoc/>
    public string Name => "one-type";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("x/A.cs", "namespace X; class A; class B;"),
        ("x/C.cs", "namespace X; class D;"),
        ("x/E.cs", "class E; file class F;"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("x/A.cs", "namespace X; class A { class Inner; enum Other; }"),
        ("x/BOf.cs", "namespace X; class B<T>;"),
        ("x/Program.cs", "return 0;"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) => repository.Code.SelectMany(CheckFile);

    private static IEnumerable<Finding> CheckFile(SourceFile file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Path);
        var types = file.TopLevelTypes.ToList();
        foreach (var type in types.Where(type => !Fits(stem, type)))
            yield return new(file.Path, Syntax.NameOf(type), $"the type {Syntax.NameOf(type)} belongs in its own file");
        foreach (var extra in types.Skip(1).Where(type => Fits(stem, type)))
            yield return new(file.Path, Syntax.NameOf(extra), "a second type of that name in one file");
    }

    private static bool Fits(string stem, MemberDeclarationSyntax type)
    {
        var name = Syntax.NameOf(type);
        var generic = type is TypeDeclarationSyntax { TypeParameterList: not null }
            or DelegateDeclarationSyntax { TypeParameterList: not null };
        return stem == name || (generic && stem == name + "Of");
    }
}
