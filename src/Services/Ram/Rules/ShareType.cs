namespace Orrery.Services.Ram.Rules;

/// <summary>A type of resource that can be shared, and the permission that AWS manages for it.</summary>
/// <param name="Name">As RAM writes it, for example <c>ec2:TransitGateway</c>.</param>
/// <param name="Service">The service.</param>
/// <param name="Kind">What its ARNs have before the id.</param>
/// <param name="Permission">The name of its default permission.</param>
/// <param name="Actions">What that permission allows.</param>
internal sealed record ShareType(
    string Name, string Service, string Kind, string Permission, IReadOnlyList<string> Actions)
{
    /// <summary>The ARN of its default permission.</summary>
    public string PermissionArn => $"arn:aws:ram::aws:permission/{Permission}";
}
