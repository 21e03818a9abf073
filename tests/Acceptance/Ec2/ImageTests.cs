using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>What the aws CLI and Terraform see of snapshots and images.</summary>
public sealed class ImageTests
{
    private const string Standard = "L-1216C47A";

    [Fact]
    public async Task The_waiters_of_the_cli_see_snapshots_completed_and_images_available()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var listed = await aws.RunAsync(
            "ec2 describe-images --owners amazon --filters Name=name,Values=al2023-ami-*x86_64");
        var source = listed.GetProperty("Images")[0].GetProperty("ImageId").GetString();
        var copy = (await aws.RunAsync(
            $"ec2 copy-image --source-image-id {source} --source-region us-east-1 --name mine --description text"))
            .GetProperty("ImageId").GetString();
        await aws.RunAsync($"ec2 wait image-available --image-ids {copy}");
        var image = (await aws.RunAsync($"ec2 describe-images --image-ids {copy}")).GetProperty("Images")[0];
        var snapshot = image.GetProperty("BlockDeviceMappings")[0].GetProperty("Ebs").GetProperty("SnapshotId")
            .GetString();
        await aws.RunAsync($"ec2 wait snapshot-completed --snapshot-ids {snapshot}");
        var registered = (await aws.RunAsync(
            "ec2 register-image --name other --virtualization-type hvm --architecture x86_64 --ena-support "
            + "--root-device-name /dev/xvda --block-device-mappings "
            + $"DeviceName=/dev/xvda,Ebs={{SnapshotId={snapshot}}}")).GetProperty("ImageId").GetString();
        await aws.RunAsync($"ec2 wait image-exists --image-ids {registered}");
        await aws.RunAsync(
            $"ec2 run-instances --image-id {registered} --instance-type t3.micro --count 1");
        Assert.Equal(
            "InvalidSnapshot.InUse", await aws.RefusedAsync($"ec2 delete-snapshot --snapshot-id {snapshot}"));
        await aws.RunAsync($"ec2 deregister-image --image-id {registered}");
        await aws.RunAsync($"ec2 deregister-image --image-id {copy} --delete-associated-snapshots");
        Assert.Equal(
            "InvalidSnapshot.NotFound", await aws.RefusedAsync($"ec2 describe-snapshots --snapshot-ids {snapshot}"));
    }

    [Fact]
    public async Task Terraform_makes_images_finds_nothing_to_change_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync(options => options with
        {
            Quotas = new Dictionary<string, int> { [Standard] = 64 },
        });
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/Ec2/terraform/images");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("shared", "false");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
    }
}
