using System.Globalization;
using Orrery.Kernel.State;

namespace Orrery.Tests.Kernel.State;

public sealed class ScopeHashTests
{
    [Fact]
    public void Scopes_of_many_accounts_and_regions_hardly_share_a_hash()
    {
        string[] regions = ["global", "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2",
            "eu-west-3", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "ap-south-1", "ap-northeast-1",
            "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "sa-east-1", "us-gov-west-1"];
        var hashes = Enumerable.Range(0, 500)
            .SelectMany(n => regions.Select(region =>
                new Scope((123456789012 + (n * 7)).ToString(CultureInfo.InvariantCulture), region).GetHashCode()))
            .ToHashSet();
        Assert.InRange(hashes.Count, regions.Length * 500 * 9 / 10, regions.Length * 500);
        Assert.Equal(0, default(Scope).GetHashCode());
    }
}
