using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>What the aws CLI sees of refusals and recoveries; the guide's errata of question 2.</summary>
public sealed class CliTests
{
    [Fact]
    public async Task The_guides_mistakes_are_refused_as_AWS_refuses_them_and_the_corrected_commands_work()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);

        var first = await VpcAsync(aws, "us-east-1", "10.9.0.0/16");
        Assert.Equal(
            "InvalidVpcID.Malformed",
            await aws.RefusedAsync($"ec2 create-vpc-peering-connection --vpc-id {first} --peer-vpc-id vpc-5e6f7g8h"));
        Assert.Equal(
            "InvalidRouteTableId.Malformed",
            await aws.RefusedAsync("ec2 create-route --route-table-id rtb-12345 --destination-cidr-block 10.1.0.0/16"
                + " --vpc-peering-connection-id pcx-1234567890abcdef0"));

        var ours = await VpcAsync(aws, "us-east-1", "10.0.0.0/16");
        var theirs = await VpcAsync(aws, "us-west-2", "10.1.0.0/16");
        var peering = (await aws.RunAsync(
                $"ec2 create-vpc-peering-connection --vpc-id {ours} --peer-vpc-id {theirs} --peer-region us-west-2"))
            .GetProperty("VpcPeeringConnection").GetProperty("VpcPeeringConnectionId").GetString()!;
        var accept = $"ec2 accept-vpc-peering-connection --vpc-peering-connection-id {peering}";
        Assert.Equal("OperationNotPermitted", await aws.RefusedAsync(accept));
        await aws.RunAsync($"{accept} --region us-west-2");
        await aws.RunAsync($"ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids {peering}");
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_says_whether_it_would_have_succeeded()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);

        Assert.Equal("DryRunOperation", await aws.RefusedAsync("ec2 create-vpc --cidr-block 10.0.0.0/16 --dry-run"));
        Assert.Equal("InvalidVpc.Range", await aws.RefusedAsync("ec2 create-vpc --cidr-block 10.0.0.0/8 --dry-run"));

        var vpcs = await aws.RunAsync("ec2 describe-vpcs --filters Name=is-default,Values=false");
        Assert.Equal(0, vpcs.GetProperty("Vpcs").GetArrayLength());
    }

    [Fact]
    public async Task An_operation_that_is_not_served_is_refused_by_name_and_not_retried()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();

        Assert.Equal("UnsupportedOperation", await new Aws(orrery).RefusedAsync("ec2 describe-hosts"));
    }

    private static async Task<string> VpcAsync(Aws aws, string region, string block) =>
        (await aws.RunAsync($"ec2 create-vpc --region {region} --cidr-block {block}"))
        .GetProperty("Vpc").GetProperty("VpcId").GetString()!;
}
