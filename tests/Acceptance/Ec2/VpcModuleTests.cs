using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

public sealed class VpcModuleTests
{
    [Fact]
    public async Task The_shapes_of_public_VPC_modules_are_made_changed_to_one_NAT_gateway_and_taken_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Ec2", "terraform-vpc");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);

        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Equal(3, Count(await terraform.OutputAsync("nat_public_ips")));

        terraform.Set("single_nat_gateway", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Equal(1, Count(await terraform.OutputAsync("nat_public_ips")));
        await terraform.DestroyAsync();
    }

    private static int Count(string jsonArray) =>
        System.Text.Json.JsonDocument.Parse(jsonArray).RootElement.GetArrayLength();
}
