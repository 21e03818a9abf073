using System.Text;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// Answers instances that ask about themselves, in version 1 and 2. The hop limit is not modelled: there are no hops.
/// Source: EC2 User Guide, "Use the Instance Metadata Service to access instance metadata" (tokens, response codes),
/// "Limit access": a token is not given to whom a proxy speaks for.
/// </summary>
internal sealed class MetadataDesk : IInstanceMetadata
{
    private const string TokenPath = "api/token";
    private const string Text = "text/plain";

    /// <inheritdoc/>
    public Scope? Find(ReadCall call, string instanceId)
    {
        foreach (var scope in call.Scopes)
        {
            if (call.Read(InstanceTables.Instances, scope).Contains(new(instanceId)))
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool IsUnprepared(ReadCall call, MetadataRequest request) =>
        InstanceCredentials.IsAskedFor(request.Path)
        && Answer(call, request).Status == 200
        && InstanceCredentials.IsStale(call, new(request.InstanceId));

    /// <inheritdoc/>
    public void Prepare(Call call, MetadataRequest request) =>
        InstanceCredentials.Renew(call, new(request.InstanceId));

    /// <inheritdoc/>
    public MetadataAnswer Answer(ReadCall call, MetadataRequest request)
    {
        var instance = call.Read(InstanceTables.Instances).Find(new(request.InstanceId));
        if (instance is null || instance.State is InstanceStateName.Stopped or InstanceStateName.Terminated)
        {
            return Refuse(404, $"No instance {request.InstanceId} is up and could ask.");
        }

        if (instance.MetadataOptions.HttpEndpoint == InstanceMetadataEndpointState.Disabled)
        {
            return Refuse(403, "The metadata service of this instance is turned off (HttpEndpoint).");
        }

        var isToken = MetadataVersions.Rest(request.Path)?.TrimEnd('/') == TokenPath;
        return request.Method switch
        {
            "PUT" when isToken => Token(call, instance, request),
            "GET" or "HEAD" when !isToken => Get(call, instance, request),
            _ => Refuse(405, $"{request.Method} does not go here."),
        };
    }

    private static MetadataAnswer Token(ReadCall call, InstanceRecord instance, MetadataRequest request)
    {
        if (request.IsForwarded)
        {
            return Refuse(403, "A request with X-Forwarded-For gets no token.");
        }

        if (MetadataToken.Seconds(request.TokenSeconds) is not { } seconds)
        {
            return Refuse(400, "X-aws-ec2-metadata-token-ttl-seconds has to be a number from 1 to 21600.");
        }

        var token = MetadataToken.Make(instance, call.Now.AddSeconds(seconds));
        return new(200, Text, Encoding.ASCII.GetBytes(token), seconds);
    }

    private static MetadataAnswer Get(ReadCall call, InstanceRecord instance, MetadataRequest request)
    {
        long? left = null;
        if (request.Token is { } token)
        {
            if (MetadataToken.Read(instance, token) is not { } until || until <= call.Now)
            {
                return Refuse(401, "The token is not one of this instance, or its time is over.");
            }

            left = (long)Math.Ceiling((until - call.Now).TotalSeconds);
        }
        else if (instance.MetadataOptions.HttpTokens == HttpTokensState.Required)
        {
            return Refuse(401, "This instance takes requests of version 2 only: with a token (HttpTokens).");
        }

        return Content(call, instance, request.Path) with { TokenSeconds = left };
    }

    private static MetadataAnswer Content(ReadCall call, InstanceRecord instance, string path)
    {
        if (path.Trim('/').Length == 0)
        {
            return Plain(string.Join('\n', MetadataVersions.All));
        }

        var rest = MetadataVersions.Rest(path)?.Trim('/');
        if (rest == "user-data" && instance.UserData is { Length: > 0 } data)
        {
            return new(200, "application/octet-stream", Convert.FromBase64String(data));
        }

        return rest is not null && MetadataTree.Of(call, instance).Find(rest) is { } found
            ? Plain(found)
            : Refuse(404, "There is nothing here.");
    }

    private static MetadataAnswer Plain(string text) => new(200, Text, Encoding.UTF8.GetBytes(text));

    private static MetadataAnswer Refuse(int status, string why)
    {
        var title = status switch
        {
            400 => "400 - Bad Request",
            401 => "401 - Unauthorized",
            403 => "403 - Forbidden",
            404 => "404 - Not Found",
            _ => "405 - Method Not Allowed",
        };
        var page = $"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{why}</p></body></html>\n";
        return new(status, "text/html", Encoding.UTF8.GetBytes(page));
    }
}
