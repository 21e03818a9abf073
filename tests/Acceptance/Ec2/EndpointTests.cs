using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

public sealed class EndpointTests
{
    [Fact]
    public async Task Endpoints_and_endpoint_services_over_two_accounts_are_made_changed_and_taken_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Ec2", "terraform-endpoints");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);

        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Equal("\"available\"", (await terraform.OutputAsync("accepted")).Trim());

        terraform.Set("zones", "1");
        terraform.Set("action", "dynamodb:GetItem");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }
}
