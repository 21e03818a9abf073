using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Sharing;

/// <summary>What Terraform sees of what two accounts share.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task Terraform_shares_a_gateway_and_a_prefix_list_with_another_account_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Sharing", "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }
}
