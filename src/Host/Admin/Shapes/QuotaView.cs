namespace Orrery.Host.Admin.Shapes;

/// <summary>A quota that a service enforces.</summary>
/// <param name="Service">The model's name, for example <c>ec2</c>.</param>
/// <param name="Code">Its Service Quotas code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Standard">AWS's default.</param>
public sealed record QuotaView(string Service, string Code, string Name, int Standard);
