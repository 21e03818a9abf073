using Orrery.Operations;

namespace Orrery.Services.Ec2;

/// <summary>EC2 as a part of the house.</summary>
public static class Ec2Service
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "ec2",
        Operations = Ec2Operations.All,
        Tables = Tables.All,
        Initializers = [new RegionInitializer()],
    };
}
