using Orrery.Wire.Requests;

namespace Orrery.Wire.Schema;

/// <summary>One AWS service model: its names, protocols, operations and shapes.</summary>
/// <param name="store">Where its parts are described.</param>
public sealed class ServiceSchema(ISchemaStore store)
{
    /// <summary>The model's short name, for example <c>elbv2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>AWS's service id, for example <c>Elastic Load Balancing v2</c>.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The API version, for example <c>2016-11-15</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The name in signatures' credential scopes.</summary>
    public required string SigningName { get; init; }

    /// <summary>The first label of its host names.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>What stands before the operation in <c>X-Amz-Target</c>, or null.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The JSON protocol's version, <c>1.0</c> or <c>1.1</c>.</summary>
    public string JsonVersion { get; init; } = "1.1";

    /// <summary>The namespace of its XML, or null.</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>The protocols it speaks; the first is the one that botocore prefers.</summary>
    public required IReadOnlyList<WireProtocol> Protocols { get; init; }

    /// <summary>Whether it spoke query before, so that errors carry <c>x-amzn-query-error</c>.</summary>
    public bool IsQueryCompatible { get; init; }

    /// <summary>What routing needs of the service.</summary>
    public ServiceModel Model => field ??= new ServiceModel(Id, ApiVersion, () => Operations)
    {
        SigningName = SigningName,
        EndpointPrefix = EndpointPrefix,
        TargetPrefix = TargetPrefix,
        Protocols = Protocols,
        HasUnsignedOperations = HasUnsignedOperations,
    };

    /// <summary>Whether errors have no wrapper, as S3's: the root is <c>Error</c>.</summary>
    public bool HasBareErrors { get; init; }

    /// <summary>The code of a request that breaks the model's constraints, where it is not the protocol's usual
    /// one.</summary>
    public string? ValidationCode { get; init; }

    /// <summary>Whether any operation is called without a signature.</summary>
    public bool HasUnsignedOperations { get; init; }

    /// <summary>Every operation of the model, served or not.</summary>
    public IReadOnlyList<OperationModel> Operations => store.Operations;

    /// <summary>An operation that is described in full, or null.</summary>
    public OperationSchema? FindOperation(string name) => store.Operation(this, name);

    /// <summary>An operation that is described in full.</summary>
    public OperationSchema Operation(string name) =>
        FindOperation(name) ?? throw new KeyNotFoundException($"{Id} does not describe {name}.");

    /// <summary>A shape.</summary>
    public ShapeSchema Shape(string name) => store.Shape(name);
}
