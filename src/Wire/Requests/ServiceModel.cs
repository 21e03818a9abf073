namespace Orrery.Wire.Requests;

/// <summary>What routing must know of a service; its operations are decoded on first use.</summary>
public sealed class ServiceModel
{
    private readonly Lazy<OperationIndex> _index;

    /// <summary>Describes a service.</summary>
    /// <param name="name">The model's name: the folder of botocore and of models/, for example <c>ec2</c>.</param>
    /// <param name="apiVersion">The version, for example <c>2016-11-15</c>.</param>
    /// <param name="operations">Gives all operations of the model, served or not; called at most once.</param>
    public ServiceModel(string name, string apiVersion, Func<IReadOnlyList<OperationModel>> operations)
    {
        Name = name;
        ApiVersion = apiVersion;
        SigningName = EndpointPrefix = name;
        _index = new(() => new OperationIndex(operations()));
    }

    /// <summary>The model's name, for example <c>ec2</c>.</summary>
    public string Name { get; }

    /// <summary>The API version, for example <c>2016-11-15</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>The service of the credential scope; several models may share it (<c>rds</c>, <c>docdb</c>).</summary>
    public string SigningName { get; init; }

    /// <summary>The first label(s) of the host name, for example <c>monitoring</c> or <c>api.ecr</c>.</summary>
    public string EndpointPrefix { get; init; }

    /// <summary>What stands before the operation in X-Amz-Target and in rpc-v2-cbor paths, or null.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The protocols it speaks, the preferred one first; never empty.</summary>
    public IReadOnlyList<WireProtocol> Protocols { get; init; } = [WireProtocol.Query];

    /// <summary>Whether any operation is called without a signature, so that unsigned requests look here.</summary>
    public bool HasUnsignedOperations { get; init; }

    /// <summary>All operations of the model.</summary>
    public IReadOnlyList<OperationModel> Operations => _index.Value.All;

    /// <summary>The routes of a REST service.</summary>
    public RouteTable Routes => _index.Value.Routes;

    /// <summary>The operation of a name, or null.</summary>
    public OperationModel? Find(string operation) => _index.Value.Find(operation);

    /// <summary>Whether it speaks a protocol.</summary>
    public bool Speaks(WireProtocol protocol)
    {
        for (var i = 0; i < Protocols.Count; i++)
            if (Protocols[i] == protocol) return true;
        return false;
    }
}
