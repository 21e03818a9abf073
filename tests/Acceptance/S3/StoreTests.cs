using System.Globalization;
using System.Security.Cryptography;
using Orrery.Kernel.Time;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.S3;

/// <summary>What Terraform, the aws CLI and boto3 see of S3.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Terraform_makes_buckets_and_objects_changes_them_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        await using var terraform = await Terraform.StartAsync(Here("terraform"), orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }

    [Theory]
    [InlineData("path")]
    [InlineData("virtual")]
    [InlineData("local")]
    public async Task Boto3_finds_bytes_checksums_parts_versions_and_refusals_as_it_expects(string style)
    {
        ClientProcess.Need("python3");
        await using var orrery = await OrreryHost.StartAsync();
        var port = orrery.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        var result = await ClientProcess.RunAsync(
            "python3", [Here("clients.py"), port, style], new Dictionary<string, string>());
        if (result.ExitCode == 77) Assert.Skip("boto3 is not installed");
        Assert.True(result.ExitCode == 0, result.All);
    }

    [Fact]
    public async Task Browsers_others_and_nobody_see_what_a_bucket_shows_them()
    {
        ClientProcess.Need("python3");
        // Forms are signed with the time of the machine.
        await using var orrery = await OrreryHost.StartAsync();
        var port = orrery.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        var result = await ClientProcess.RunAsync(
            "python3", [Here("fronts.py"), port], new Dictionary<string, string>());
        if (result.ExitCode == 77) Assert.Skip("boto3 is not installed");
        Assert.True(result.ExitCode == 0, result.All);
    }

    [Fact]
    public async Task The_CLI_syncs_both_ways_signs_urls_and_removes_buckets()
    {
        ClientProcess.Need("aws");
        // Sync compares with the times of files, which are of the machine's clock.
        await using var orrery = await OrreryHost.StartAsync(
            options => options with { Clock = ClockMode.Live, Start = null });
        var aws = new Aws(orrery);
        var from = Directory.CreateDirectory(Path.Combine(_folder, "from", "deep")).Parent!.FullName;
        var to = Path.Combine(_folder, "to");
        await File.WriteAllBytesAsync(Path.Combine(from, "big"), Big());
        await File.WriteAllTextAsync(Path.Combine(from, "deep", "small"), "hello");
        // S3 tells the whole second at which an object was made: files of that very second look newer, and go again.
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));

        await aws.TextAsync("s3 mb s3://cli-bucket");
        var place = await aws.RunAsync("s3api get-bucket-location --bucket cli-bucket");
        Assert.Null(place.GetProperty("LocationConstraint").GetString());
        await aws.TextAsync($"s3 sync {from} s3://cli-bucket/all");
        Assert.Equal("", await aws.TextAsync($"s3 sync {from} s3://cli-bucket/all"));
        await aws.TextAsync($"s3 sync s3://cli-bucket {to}");
        Assert.Equal(Sum(Path.Combine(from, "big")), Sum(Path.Combine(to, "all", "big")));
        await aws.TextAsync("s3 mv s3://cli-bucket/all/deep/small s3://cli-bucket/moved");
        var url = await aws.TextAsync("s3 presign s3://cli-bucket/moved");
        Assert.Equal("hello", await orrery.Http.GetStringAsync(new Uri(url.Trim())));
        Assert.Contains("all/big", await aws.TextAsync("s3 ls --recursive s3://cli-bucket"));
        await aws.TextAsync("s3 rb --force s3://cli-bucket");
        Assert.Equal("", await aws.TextAsync("s3 ls"));
    }

    [Fact]
    public async Task The_CLI_makes_an_access_point_and_goes_through_it()
    {
        const string Arn = "arn:aws:s3:us-east-1:123456789012:accesspoint/front";
        const string Of = "--account-id 123456789012 --name front";
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery).ByProxy();
        var file = Path.Combine(_folder, "hello");
        await File.WriteAllTextAsync(file, "hello");
        await aws.TextAsync("s3 mb s3://cli-bucket");
        var made = await aws.RunAsync($"s3control create-access-point {Of} --bucket cli-bucket");
        Assert.Equal(Arn, made.GetProperty("AccessPointArn").GetString());
        var alias = made.GetProperty("Alias").GetString()!;
        await aws.RunAsync($"s3api put-object --bucket {Arn} --key a/b --body {file}");
        await aws.TextAsync($"s3 cp {file} s3://{Arn}/copied");
        await aws.TextAsync($"s3 cp s3://{alias}/a/b {file}.back");
        Assert.Equal("hello", await File.ReadAllTextAsync(file + ".back"));
        var list = await aws.RunAsync($"s3api list-objects-v2 --bucket {Arn}");
        Assert.Equal(
            ["a/b", "copied"],
            list.GetProperty("Contents").EnumerateArray().Select(static one => one.GetProperty("Key").GetString()));
        await aws.RunAsync(
            $"s3api copy-object --bucket {Arn} --key again --copy-source {Arn}/object/a/b");
        Assert.Equal("MethodNotAllowed", await aws.RefusedAsync($"s3api get-bucket-versioning --bucket {Arn}"));

        var policy = Path.Combine(_folder, "policy.json");
        await File.WriteAllTextAsync(policy, $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"s3:GetObject",
             "Resource":"{{Arn}}/object/*"}]}
            """);
        await aws.RunAsync($"s3control put-access-point-policy {Of} --policy file://{policy}");
        var status = await aws.RunAsync($"s3control get-access-point-policy-status {Of}");
        Assert.False(status.GetProperty("PolicyStatus").GetProperty("IsPublic").GetBoolean());
        Assert.Equal("AccessDenied", await aws.RefusedAsync($"s3api get-object --bucket {Arn} --key a/b {file}.no"));
        await aws.RunAsync($"s3api get-object --bucket cli-bucket --key a/b {file}.direct");
        var told = await aws.RunAsync($"s3control get-access-point {Of}");
        Assert.Equal("Internet", told.GetProperty("NetworkOrigin").GetString());
        Assert.Equal(4, told.GetProperty("Endpoints").EnumerateObject().Count());

        await aws.TextAsync("s3 rm --recursive s3://cli-bucket");
        Assert.Equal(
            "BucketHasAccessPointsAttached", await aws.RefusedAsync("s3api delete-bucket --bucket cli-bucket"));
        await aws.RunAsync($"s3control delete-access-point {Of}");
        await aws.TextAsync("s3 rb s3://cli-bucket");
    }

    private static byte[] Big()
    {
        var bytes = new byte[(20 << 20) + 3];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 31 >> 7);
        return bytes;
    }

    private static string Sum(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    private static string Here(string name) => Path.Combine(Repository.Root, "tests", "Acceptance", "S3", name);
}
