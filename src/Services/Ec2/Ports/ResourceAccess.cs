using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Ports;

/// <summary>What policies ask of EC2's resources: ARNs of what is named in two ways, and tags.</summary>
internal sealed class ResourceAccess : IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "ec2";

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name)
    {
        // ARNs of key pairs have the name, those of launch templates the id.
        var part = type switch
        {
            "key-pair" => call.Read(InstanceTables.KeyPairs).Find(new(name))?.Name,
            "launch-template" =>
                call.Read(TemplateTables.Templates).By(TemplateTables.TemplatesByName, name).FirstOrDefault()?.Id.Value,
            _ => null,
        };
        return part is null ? null : $"arn:aws:ec2:{call.Region}:{call.Account}:{type}/{part}";
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? ValuesOf(ReadCall call, string arn, string key)
    {
        if (arn.Split(':', 6) is not [_, _, _, var region, var account, var path]) return null;
        // ARNs of images and snapshots do not tell whose they are.
        var scopes = account.Length > 0 ? [new(account, region)] : call.Scopes.Where(s => s.Region == region);
        var found = scopes.Select(scope => ResourceProperties.Of(call, scope, path, key))
            .FirstOrDefault(v => v is not null);
        return (found ?? (account.Length == 0 ? ResourceProperties.OfPublicImage(region, path, key) : null))
            is { } value ? [value] : null;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn)
    {
        if (arn.Split(':', 6) is not [_, _, _, var region, var account, var path]) return null;
        var id = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var scope = new Scope(account.Length == 0 ? call.Account : account, region);
        if (path.StartsWith("key-pair/", StringComparison.Ordinal))
        {
            id = call.Read(InstanceTables.KeyPairs, scope).By(InstanceTables.KeyPairsByName, id)
                .FirstOrDefault()?.Id.Value ?? id;
        }

        return call.Read(Tables.Tags, scope).Find(new ResourceKey(id))?.Tags;
    }
}
