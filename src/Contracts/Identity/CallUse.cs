namespace Orrery.Contracts.Identity;

/// <summary>A use of an identity.</summary>
/// <param name="At">When.</param>
/// <param name="Service">The namespace of the service that was called, for example <c>ec2</c>.</param>
/// <param name="Region">The region that was called.</param>
/// <param name="Action">The operation, for example <c>DescribeVpcs</c>.</param>
/// <param name="Principal">The ARN of the user or role.</param>
public sealed record CallUse(DateTimeOffset At, string Service, string Region, string Action, string Principal);
