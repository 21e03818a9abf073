using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

public sealed class VpcModuleTests
{
    // Not as a change from one to the other: Terraform then deletes route tables that the endpoint is still to leave,
    // and AWS refuses that (terraform-provider-aws issue 26502), as does Orrery.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_shapes_of_public_VPC_modules_are_made_and_taken_down(bool singleNatGateway)
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Ec2", "terraform-vpc");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);

        terraform.Set("single_nat_gateway", singleNatGateway ? "true" : "false");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Equal(singleNatGateway ? 1 : 3, Count(await terraform.OutputAsync("nat_public_ips")));
        await terraform.DestroyAsync();
    }

    private static int Count(string jsonArray) =>
        System.Text.Json.JsonDocument.Parse(jsonArray).RootElement.GetArrayLength();
}
