return; // dotnet ef needs a program to start from; it asks DesignTimeFactory for the model.
