using Orrery.Services.S3.Gate;

namespace Orrery.Services.S3;

/// <summary>What S3 has for whole accounts (S3 Control), as a part of the house. Its table is S3's.</summary>
public static class S3ControlService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "s3control",
        Operations = S3controlOperations.All,
        RequestRules = new ControlRules(),
    };
}
