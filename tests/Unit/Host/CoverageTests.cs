using Orrery.Host.Coverage;

namespace Orrery.Tests.Host;

public sealed class CoverageTests
{
    [Fact]
    public void The_page_in_docs_is_the_one_that_the_program_makes()
    {
        var page = Path.Combine(Root(), "docs", "coverage.md");
        Assert.True(
            File.Exists(page) && File.ReadAllText(page) == CoveragePage.Of(CoverageTable.All()),
            "docs/coverage.md is out of date: ./orrery coverage --markdown > docs/coverage.md");
    }

    [Fact]
    public void Every_operation_of_every_model_is_either_served_or_refused()
    {
        var all = CoverageTable.All();
        Assert.True(all.Length > 30);
        Assert.All(all, view => Assert.Empty(view.Served.Intersect(view.Refused)));
        Assert.Contains("GetCallerIdentity", all.Single(view => view.Service == "sts").Served);
        Assert.Contains("GetDelegatedAccessToken", all.Single(view => view.Service == "sts").Refused);
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Orrery.slnx"))) at = at.Parent;
        return at!.FullName;
    }
}
