using System.Text.RegularExpressions;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Text;

/// <summary>
/// What a page puts between backticks exists: paths in the tree (with &lt;…&gt; and * as wildcards), capitalized names
/// in the code or the models, verbs of <c>orrery</c> in the launcher or the command. What comes later is named without
/// backticks.
/// </summary>
public sealed partial class DocsRule : IRule
{
    private static readonly string[] Roots =
        ["src", "tests", "tools", "docs", "models", "data", "bench", "labs", ".ci"];

    private static readonly string[] Endings =
        [".cs", ".md", ".json", ".sh", ".csproj", ".props", ".slnx", ".txt", ".csv", ".tf", ".py"];

    /// <inheritdoc/>
    public string Name => "docs";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("README.md", "See `src/Attic`."),
        ("docs/a.md", "See `Gone.cs`."),
        ("README.md", "The type `GoneForGood` does it."),
        Repository.Of(("README.md", "Say `./orrery levitate`."), ("orrery", "case up) ;;")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of(
            ("README.md", "`src/<Room>/A.cs`, `A.cs`, `src/Core`, `Alpha<T>`, `Alpha.Beta`, `aws ec2`, `404`"),
            ("docs/a.md", "`./orrery up --port 1`"),
            ("src/Core/A.cs", "class Alpha { void Beta(); }"),
            ("orrery", "case up) ;;")),
        Repository.Of(("README.md", "```\n`src/Attic` in a code block\n```\n")),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from page in repository.PathsBelow("", ".md")
        from Match match in Ticked().Matches(Fence().Replace(repository.Read(page), ""))
        let token = match.Groups[1].Value
        let fault = Judge(repository, token)
        where fault is not null
        select new Finding(page, token, fault);

    private static string? Judge(Repository repository, string token)
    {
        if (Verb().Match(token) is { Success: true } verb)
            return HasVerb(repository, verb.Groups[1].Value) ? null : "is no verb of orrery";
        if (LooksLikePath(token)) return HasPath(repository, token) ? null : "is not in the tree";
        if (!TypeName().IsMatch(token)) return null;
        return Identifier().Matches(Generic().Replace(token, "")).All(part => repository.CodeWords.Contains(part.Value))
            ? null
            : "is no name in the code or the models";
    }

    private static bool HasVerb(Repository repository, string verb) => repository.Paths
        .Where(path => path == "orrery" || path.StartsWith("src/Cli/"))
        .Any(path => Regex.IsMatch(repository.Read(path), $"(^|[\\s\"]){verb}[\\s\")]", RegexOptions.Multiline));

    private static bool LooksLikePath(string token) =>
        PathLike().IsMatch(token)
        && (Endings.Any(token.EndsWith) || (token.Contains('/') && Roots.Contains(token.Split('/')[0])));

    private static bool HasPath(Repository repository, string token)
    {
        var wanted = token.TrimStart('.', '/').TrimEnd('/');
        var pattern = Wildcard().Replace(Regex.Escape(wanted), "[^/]*");
        return repository.Paths.Any(path => Regex.IsMatch(path, $"^(.*/)?{pattern}(/|$)"));
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Ticked();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?:\./)?orrery ([a-z]+)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^[\w.][\w.\-/*<>]*$")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"<[^>]*>|\\\*+")]
    private static partial Regex Wildcard();

    [GeneratedRegex(@"^[A-Z][a-z0-9]*[A-Z]?\w*[a-z]\w*(<[\w, ]+>)?(\.[A-Z]\w+)*(\(\))?$")]
    private static partial Regex TypeName();

    [GeneratedRegex("<.*>")]
    private static partial Regex Generic();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();
}
