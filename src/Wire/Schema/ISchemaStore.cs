using Orrery.Wire.Requests;

namespace Orrery.Wire.Schema;

/// <summary>Where a service's operations and shapes are described; parts are made when first asked for.</summary>
public interface ISchemaStore
{
    /// <summary>Every operation of the model, served or not.</summary>
    IReadOnlyList<OperationModel> Operations { get; }

    /// <summary>The description of an operation that the store holds in full, or null.</summary>
    OperationSchema? Operation(ServiceSchema service, string name);

    /// <summary>The description of a shape.</summary>
    ShapeSchema Shape(string name);
}
