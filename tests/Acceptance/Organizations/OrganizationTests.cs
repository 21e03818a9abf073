using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Organizations;

/// <summary>What Terraform sees of organizations.</summary>
public sealed class OrganizationTests
{
    // Organizations User Guide, "Closing an account": it is there for 90 days more, and so long the organization stays.
    private static readonly TimeSpan Suspension = TimeSpan.FromDays(91);

    [Fact]
    public async Task Terraform_makes_an_organization_changes_it_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Organizations", "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("accounts", "false");
        await terraform.ApplyAsync();
        await orrery.AdvanceAsync(Suspension);
        await terraform.DestroyAsync();
    }
}
