using Microsoft.CodeAnalysis.CSharp.Syntax;
using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.Code;

/// <summary>
/// Tests do not sleep: they wait for the event, or turn the world's clock. (In src the compiler bans it.)
/// </summary>
public sealed class NoSleepRule : IRule
{
    private static readonly string[] Sleeps = ["Thread.Sleep", "Task.Delay"];

    /// <inheritdoc/>
    public string Name => "no-sleep";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        ("tests/A.cs", "class A { async Task M() { await Task.Delay(5); } }"),
        ("tests/B.cs", "class B { void M() => System.Threading.Thread.Sleep(5); }"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        ("tests/A.cs", "class A { Task M(Clock clock) => clock.Delay(5); /* not Task.Delay */ }"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository) =>
        from file in repository.Code
        where file.Path.StartsWith("tests/")
        from access in file.All<MemberAccessExpressionSyntax>()
        where Sleeps.Any(sleep => access.ToString() == sleep || access.ToString().EndsWith("." + sleep))
        select new Finding(file.Path, Syntax.NameOf(access.Ancestors().First(Syntax.IsBodied)), "sleeps");
}
