// What nearly every file of organizations uses.
global using Orrery.Core;
global using Orrery.Kernel.Calls;
global using Orrery.Kernel.State;
global using Orrery.Operations;
global using Orrery.Services.Organizations.Records;
global using Orrery.Services.Organizations.Rules;
global using Orrery.Services.Organizations.Views;
global using Orrery.Wire.Generated.Organizations;
