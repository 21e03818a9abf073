using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>
/// What the aws CLI and Terraform see of images that nobody here made, of parameters that name images, of what
/// accounts allow, and of capacity that is reserved.
/// </summary>
public sealed class PublicImageTests
{
    private const string Given = "ami-0c55b159cbfafe1f0";
    private const string Standard = "L-1216C47A";

    [Fact]
    public async Task Terraform_launches_what_it_is_given_finds_nothing_to_change_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync(options => options with
        {
            Quotas = new Dictionary<string, int> { [Standard] = 64 },
        });
        await using var terraform = await Terraform.StartAsync(Folder("public-images"), orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        Assert.Equal("7", (await terraform.OutputAsync("paths")).Trim());
        Assert.Equal("1", (await terraform.OutputAsync("golden")).Trim());
        await terraform.DestroyAsync();
    }

    [Fact]
    public async Task Terraform_sets_what_an_account_allows_and_sets_it_back()
    {
        ClientProcess.Need("terraform");
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        await using var terraform = await Terraform.StartAsync(Folder("settings"), orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("state", "block-new-sharing");
        terraform.Set("serial", "false");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
        var state = await new Aws(orrery).RunAsync("ec2 get-snapshot-block-public-access-state --region eu-west-1");
        Assert.Equal("unblocked", state.GetProperty("State").GetString());
    }

    [Fact]
    public async Task Terraform_reserves_capacity_launches_into_it_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        await using var terraform = await Terraform.StartAsync(Folder("reservations"), orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("instances", "3");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        var found = await new Aws(orrery).RunAsync(
            "ec2 describe-capacity-reservations --region eu-west-1 "
            + "--filters Name=instance-match-criteria,Values=targeted "
            + "--query CapacityReservations[].[TotalInstanceCount,AvailableInstanceCount][]");
        Assert.Equal([3, 2], found.EnumerateArray().Select(count => count.GetInt32()));
        await terraform.DestroyAsync();
    }

    [Fact]
    public async Task The_cli_describes_the_image_that_it_launches_and_launches_what_a_parameter_names()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var image = (await aws.RunAsync($"ec2 describe-images --image-ids {Given}")).GetProperty("Images")[0];
        var root = image.GetProperty("RootDeviceName").GetString();
        var launched = (await aws.RunAsync($"ec2 run-instances --image-id {Given} --instance-type t3.micro"))
            .GetProperty("Instances")[0];
        Assert.Equal(root, launched.GetProperty("RootDeviceName").GetString());
        const string ubuntu = "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id";
        var id = (await aws.RunAsync($"ssm get-parameter --name {ubuntu}")).GetProperty("Parameter")
            .GetProperty("Value").GetString();
        var named = (await aws.RunAsync(
            $"ec2 run-instances --image-id resolve:ssm:{ubuntu} --instance-type m5.large --cpu-options "
            + "CoreCount=1,ThreadsPerCore=1")).GetProperty("Instances")[0];
        Assert.Equal(id, named.GetProperty("ImageId").GetString());
        Assert.Equal(1, named.GetProperty("CpuOptions").GetProperty("ThreadsPerCore").GetInt32());
        Assert.Equal("SsmInvalidParameter", await aws.RefusedAsync(
            "ec2 run-instances --image-id resolve:ssm:/none --instance-type t3.micro"));
    }

    private static string Folder(string name) =>
        Path.Combine(Repository.Root, "tests/Acceptance/Ec2/terraform", name);
}
