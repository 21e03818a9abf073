using System.Xml.Linq;

namespace Orrery.Tests.Tidy.Support;

/// <summary>A project file.</summary>
/// <param name="Path">The path, relative to the root.</param>
/// <param name="Packages">The packages it names.</param>
/// <param name="References">The project files it references, relative to the root.</param>
public sealed record Project(string Path, IReadOnlyList<string> Packages, IReadOnlyList<string> References)
{
    private const string Root = "$(OrreryRoot)";

    /// <summary>The folder it stands in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads a project file.</summary>
    public static Project Parse(string path, string text)
    {
        var items = XDocument.Parse(text).Descendants().ToList();
        return new(path, Includes("PackageReference"), [.. Includes("ProjectReference").Select(Relative)]);

        List<string> Includes(string kind) => [.. items
            .Where(item => item.Name.LocalName == kind && (string?)item.Attribute("OutputItemType") is null)

            // What is only built before, and seen by no line of code.
            .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(item => (string?)item.Attribute("Include"))
            .OfType<string>()];

        string Relative(string include) => include.StartsWith(Root)
            ? include[Root.Length..]
            : System.IO.Path.GetRelativePath(".", System.IO.Path.Combine(path, "..", include));
    }
}
