using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Orrery.Tests.Tidy.Support;

/// <summary>A handwritten C# file and its syntax.</summary>
public sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    /// <summary>Parses a file.</summary>
    public SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.Split('\n');
        Root = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
    }

    /// <summary>The path, relative to the root.</summary>
    public string Path { get; }

    /// <summary>The lines of the text.</summary>
    public string[] Lines { get; }

    /// <summary>The syntax.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>How many lines it has, not counting the empty one after the last line end.</summary>
    public int Length => Lines[^1].Length == 0 ? Lines.Length - 1 : Lines.Length;

    /// <summary>The types that are not inside another type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>Everything of one kind, at any depth.</summary>
    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>The one-based line at which a node starts.</summary>
    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
