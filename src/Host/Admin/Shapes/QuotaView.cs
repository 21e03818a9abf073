namespace Orrery.Host.Admin.Shapes;

/// <summary>A quota that a service enforces.</summary>
/// <param name="Service">The model's name, for example <c>ec2</c>.</param>
/// <param name="Code">Its Service Quotas code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Standard">AWS's default for a new account.</param>
/// <param name="Limit">What is in force unless another limit is set at the start.</param>
public sealed record QuotaView(string Service, string Code, string Name, int Standard, int Limit);
